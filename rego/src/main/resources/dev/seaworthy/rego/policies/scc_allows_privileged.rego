# METADATA
# title: security context constraints allow privileged containers
# related_resources:
#   - https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/authentication_and_authorization/managing-pod-security-policies
# custom:
#   severity: medium
#   category: admission
#   remediation: >-
#     Set 'allowPrivilegedContainer: false', and allow by name what the workload needs, such as a
#     capability or a volume type.
#   aliases: [scc-deny-privileged-container]
package seaworthy.rules.scc_allows_privileged

import data.seaworthy.lib

findings contains lib.finding(["allowPrivilegedContainer"], message) if {
	lib.is_kind("security.openshift.io", "SecurityContextConstraints")
	input.object.allowPrivilegedContainer == true
	message := sprintf("%s let whoever may use them run privileged containers", [lib.object_title("constraints")])
}
