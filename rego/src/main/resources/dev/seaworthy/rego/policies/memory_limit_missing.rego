# METADATA
# title: container has no memory limit
# description: Silent where the pod as a whole has a limit.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   category: hygiene
#   profile: strict
#   remediation: "Set 'resources.limits.memory' to what the container can do with at most."
#   aliases:
#     - unset-memory-requirements
#     - memoryLimitsMissing
#     - LimitsMemory
#     - container-resources
#     - KSV-0018
#     - C-0271
#     - C-0009
#     - C-0004
#     - CKV_K8S_13
#     - K8sContainerLimits
#     - require-pod-requests-limits
package seaworthy.rules.memory_limit_missing

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["resources", "limits", "memory"], message) if {
	some container in lib.resource_containers
	not lib.limits_resource(container, "memory")
	message := sprintf("%s has no memory limit", [container.title])
}
