# METADATA
# title: container adds a capability that reaches the node
# description: |
#   Silent on what the same container drops again, and on Windows, which has no capabilities.
# related_resources:
#   - https://man7.org/linux/man-pages/man7/capabilities.7.html
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: high
#   category: capability
#   remediation: >-
#     Remove the capability; if one privileged step needs it, move that step to a component of its
#     own.
#   aliases:
#     - KSV-0005
#     - KSV-0022
#     - KSV-0119
#     - KSV-0120
#     - CKV_K8S_25
#     - CKV_K8S_39
#     - C-0046
#     - C-0057
#     - drop-net-raw-capability
#     - dangerousCapabilities
#     - CapSysAdmin
#     - K8sPSPCapabilities
#     - disallow-capabilities
#   standards: [pss:baseline, cis:5.2.9]
package seaworthy.rules.dangerous_capability_added

import data.seaworthy.facts
import data.seaworthy.lib

findings contains lib.finding(capability.path, message) if {
	some addition in lib.added_capabilities
	capability := addition.capability
	power := facts.capabilities[capability.name]
	message := sprintf("%s adds capability '%s'%s", [addition.container.title, capability.written, consequence(addition.container, power)])
}

consequence(container, power) := lib.capability_power(container, power) if input.workload.userNamespace == "host"

else := ": its user namespace confines that, yet it opens more of the kernel to attack"
