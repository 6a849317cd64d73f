# METADATA
# title: Hosts that an Ingress may use
package ingress

# Every host has to lie below one of the domains of its namespace.
deny contains msg if {
	input.kind == "Ingress"
	some rule in input.spec.rules
	not permitted(rule.host)
	msg := sprintf("host '%s' is not permitted in namespace '%s'", [rule.host, namespace])
}

permitted(host) if {
	some domain in data.domains[namespace]
	endswith(host, domain)
}

default namespace := "default"

namespace := input.metadata.namespace
