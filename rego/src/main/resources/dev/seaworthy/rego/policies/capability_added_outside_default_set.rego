# METADATA
# title: container adds a capability that runtimes do not give by default
# description: |
#   What reaches the node by itself is left to `dangerous-capability-added`. Silent on privileged
#   containers, which have all capabilities, on what the same container drops again, and on Windows.
# related_resources:
#   - https://man7.org/linux/man-pages/man7/capabilities.7.html
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: capability
#   remediation: "Remove the capability, or keep it for the one component that cannot do without."
#   aliases: [KSV-0022, CKV_K8S_25, K8sPSPCapabilities, disallow-capabilities]
#   standards: [pss:baseline, cis:5.2.9]
package seaworthy.rules.capability_added_outside_default_set

import data.seaworthy.facts
import data.seaworthy.lib

findings contains lib.finding(capability.path, message) if {
	some addition in lib.added_capabilities
	not addition.container.security.privileged.value
	capability := addition.capability
	not facts.capabilities[capability.name]
	not facts.default_capabilities[capability.name]
	message := sprintf("%s adds capability '%s'%s", [addition.container.title, capability.written, consequence(addition)])
}

consequence(addition) := lib.capability_power(addition.container, power) if {
	power := facts.other_capabilities[addition.capability.name]
}

else := ", which does not exist: CRI-O refuses the container, containerd starts it without"
