/** True or false, with a reason. */
import { verdictKind } from "../verdict.js";

export default verdictKind({ list: () => ["true", "false"], right: (q) => [String(q.is_true)], className: "kit-verdict", lack: "both-first" });
