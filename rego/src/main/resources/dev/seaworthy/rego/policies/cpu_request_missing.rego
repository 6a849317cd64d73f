# METADATA
# title: container has no CPU request
# description: |
#   Silent where the container has a limit, which stands in for the request, and where the pod as a
#   whole has either.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
# custom:
#   severity: low
#   category: hygiene
#   profile: strict
#   remediation: "Set 'resources.requests.cpu' to what the container needs when it is busy."
#   aliases:
#     - unset-cpu-requirements
#     - cpuRequestsMissing
#     - RequestsCPU
#     - container-resources
#     - KSV-0015
#     - C-0268
#     - C-0050
#     - CKV_K8S_10
#     - K8sContainerRequests
#     - K8sRequiredResources
#     - require-pod-requests-limits
package seaworthy.rules.cpu_request_missing

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["resources", "requests", "cpu"], message) if {
	some container in lib.resource_containers
	not lib.requests_resource(container, "cpu")
	message := sprintf("%s has no CPU request", [container.title])
}
