# METADATA
# title: pod does not run in a hardened runtime
# description: |
#   Silent while the parameter `runtimeClasses` is empty: which classes a cluster has, and what they
#   run, no manifest of a workload shows.
# related_resources:
#   - https://kubernetes.io/docs/concepts/containers/runtime-class/
#   - https://kubernetes.io/docs/concepts/security/multi-tenancy/#sandboxing-containers
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Set 'runtimeClassName' to one of the classes in 'runtimeClasses'."
#   aliases: [C-0297, restrict-runtimeClassName]
#   params:
#     runtimeClasses:
#       description: >-
#         The classes that pods may run in, such as 'gvisor' or 'kata'.
#       default: []
package seaworthy.rules.hardened_runtime_class_missing

import data.seaworthy.lib

findings contains lib.finding_below(input.workload.path, ["runtimeClassName"], message) if {
	count(input.params.runtimeClasses) > 0
	input.workload
	not class in input.params.runtimeClasses
	message := sprintf("pod %s, not in %s", [runtime, concat(" or ", wanted)])
}

class := input.workload.spec.runtimeClassName if is_string(input.workload.spec.runtimeClassName)

else := ""

runtime := "runs in the node's default runtime" if class == ""

else := sprintf("runs in runtime class '%s'", [class])

wanted := [sprintf("'%s'", [name]) | some name in input.params.runtimeClasses]
