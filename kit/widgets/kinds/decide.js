/** What audit evidence shows, with a reason. */
import { verdictKind } from "../verdict.js";

export default verdictKind({ list: (q) => q.findings, right: (q) => q.in, className: "", lack: "finding-first" });
