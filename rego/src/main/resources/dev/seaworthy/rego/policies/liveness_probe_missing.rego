# METADATA
# title: container has no liveness probe
# description: |
#   Looks at containers only, as init containers end and sidecars seldom serve anybody. Silent in
#   pods that run to completion.
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
# custom:
#   severity: low
#   category: hygiene
#   profile: all
#   remediation: "Add a 'livenessProbe' that fails when only a restart helps."
#   aliases:
#     - no-liveness-probe
#     - livenessProbeMissing
#     - pod-probes
#     - C-0056
#     - CKV_K8S_8
#     - K8sRequiredProbes
#     - require-probes
package seaworthy.rules.liveness_probe_missing

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["livenessProbe"], message) if {
	not lib.runs_to_completion
	some container in input.workload.containers
	container.type == "containers"
	not is_probed(container)
	message := sprintf("%s has no liveness probe", [container.title])
}

is_probed(container) if is_object(container.object.livenessProbe)
