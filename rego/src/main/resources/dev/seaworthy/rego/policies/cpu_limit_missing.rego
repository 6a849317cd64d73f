# METADATA
# title: container has no CPU limit
# description: Silent where the pod as a whole has a limit.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: info
#   category: hygiene
#   profile: all
#   remediation: "Set 'resources.limits.cpu' if the node's other pods must not depend on this one's restraint."
#   aliases:
#     - cpuLimitsMissing
#     - LimitsCPU
#     - container-resources
#     - KSV-0011
#     - C-0270
#     - C-0009
#     - C-0050
#     - CKV_K8S_11
#     - K8sContainerLimits
#     - require-cpu-limits
package seaworthy.rules.cpu_limit_missing

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["resources", "limits", "cpu"], message) if {
	some container in lib.resource_containers
	not lib.limits_resource(container, "cpu")
	message := sprintf("%s has no CPU limit", [container.title])
}
