# METADATA
# title: container has no memory request
# description: |
#   Silent where the container has a limit, which stands in for the request, and where the pod as a
#   whole has either.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   category: hygiene
#   profile: strict
#   remediation: "Set 'resources.requests.memory' to what the container uses when it is busy."
#   aliases:
#     - memoryRequestsMissing
#     - RequestsMemory
#     - container-resources
#     - KSV-0016
#     - C-0269
#     - C-0004
#     - CKV_K8S_12
#     - K8sContainerRequests
#     - K8sRequiredResources
#     - require-pod-requests-limits
package seaworthy.rules.memory_request_missing

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["resources", "requests", "memory"], message) if {
	some container in lib.resource_containers
	not lib.requests_resource(container, "memory")
	message := sprintf("%s has no memory request", [container.title])
}
