"""The three-year certification cycle: certificates, events, rules, and what follows from them."""
