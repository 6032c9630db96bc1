"""The rules of proof, a module a group; `all_rules` gathers them."""
