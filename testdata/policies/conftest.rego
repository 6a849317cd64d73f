package main

deny_default_namespace contains msg if {
	input.metadata.namespace == "default"
	msg := sprintf("%s '%s' lies in the default namespace", [input.kind, input.metadata.name])
}

warn contains {"msg": msg, "path": ["spec", "replicas"]} if {
	input.kind == "Deployment"
	object.get(input.spec, "replicas", 1) < 2
	msg := sprintf("Deployment '%s' has no second replica", [input.metadata.name])
}

exception contains rules if {
	input.metadata.annotations["example.com/playground"] == "true"
	rules := ["default_namespace"]
}
