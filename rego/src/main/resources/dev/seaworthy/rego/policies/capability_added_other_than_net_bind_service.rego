# METADATA
# title: container adds a capability that Pod Security's restricted level does not allow
# description: |
#   About the runtimes' usual capabilities: `dangerous-capability-added` and
#   `capability-added-outside-default-set` report all others. Silent on privileged containers, which
#   have all capabilities, on what the same container drops again, and on Windows.
# related_resources:
#   - https://man7.org/linux/man-pages/man7/capabilities.7.html
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   profile: strict
#   severity: low
#   category: capability
#   remediation: "Remove the capability; prepare files and users in the image instead."
#   aliases:
#     - KSV-0022
#     - KSV-0106
#     - CKV_K8S_25
#     - K8sPSPCapabilities
#     - disallow-capabilities-strict
#     - restrict-adding-capabilities
#   standards: [pss:restricted, cis:5.2.9]
#   params:
#     allowed:
#       description: >-
#         Capabilities that may be added, in upper case without 'CAP_'. Capabilities outside the
#         runtimes' usual set are not of this rule.
#       default: [NET_BIND_SERVICE]
package seaworthy.rules.capability_added_other_than_net_bind_service

import data.seaworthy.facts.default_capabilities
import data.seaworthy.lib

findings contains lib.finding(capability.path, message) if {
	some addition in lib.added_capabilities
	not addition.container.security.privileged.value
	capability := addition.capability
	power := default_capabilities[capability.name]
	not capability.name in input.params.allowed
	message := sprintf("%s adds capability '%s'%s", [addition.container.title, capability.written, lib.capability_power(addition.container, power)])
}
