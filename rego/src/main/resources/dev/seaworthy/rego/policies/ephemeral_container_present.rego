# METADATA
# title: manifest has an ephemeral container
# related_resources:
#   - https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/
# custom:
#   severity: low
#   category: manifest
#   profile: strict
#   remediation: >-
#     Remove the ephemeral container; 'kubectl debug' adds one to a running pod when it is needed.
#   aliases: [block-ephemeral-containers]
package seaworthy.rules.ephemeral_container_present

import data.seaworthy.lib

findings contains lib.finding(container.path, message) if {
	some container in input.workload.containers
	container.type == "ephemeralContainers"
	message := sprintf("%s makes the API server refuse the pod: only a running pod can get one", [container.title])
}
