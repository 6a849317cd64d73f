# METADATA
# title: pod sets a kernel parameter that is not safe
# description: |
#   Which parameters are safe depends on the target version. The spelling with slashes means the same
#   to the kubelet. Silent on Windows.
# related_resources:
#   - https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
# custom:
#   severity: medium
#   category: confinement
#   remediation: "Remove the parameter; one that belongs to the node is set on the node."
#   aliases: [unsafe-sysctls, KSV-0026, C-0211, K8sPSPForbiddenSysctls, restrict-sysctls]
#   standards: [pss:baseline]
package seaworthy.rules.unsafe_sysctl

import data.seaworthy.facts.safe_sysctls
import data.seaworthy.lib

findings contains lib.finding_below(sysctl.path, ["name"], message) if {
	input.workload.os == "linux"
	some sysctl in input.workload.security.sysctls
	written := sysctl.value.name
	is_string(written)
	message := sprintf("sysctl '%s' %s", [written, refusal(dotted(written))])
}

refusal(name) := "is the node's own here, so the pod is refused: it has the node's network" if {
	startswith(name, "net.")
	input.workload.security.hostNetwork.value
} else := "is the node's own here, so the pod is refused: it has the node's IPC namespace" if {
	is_of_ipc(name)
	input.workload.security.hostIPC.value
} else := sprintf("counts as safe from Kubernetes 1.%d on: %s", [safe_sysctls[name], unsafe]) if {
	safe_sysctls[name] > input.cluster.minor
} else := sprintf("is not safe: %s", [unsafe]) if {
	not safe_sysctls[name]
	is_namespaced(name)
} else := "belongs to the whole node, so the kubelet refuses the pod" if {
	not is_namespaced(name)
}

unsafe := "the pod starts only on nodes whose kubelet allows it by '--allowed-unsafe-sysctls'"

is_namespaced(name) if startswith(name, "net.")

is_namespaced(name) if is_of_ipc(name)

is_of_ipc("kernel.sem")

is_of_ipc(name) if {
	some prefix in ["kernel.shm", "kernel.msg", "fs.mqueue."]
	startswith(name, prefix)
}

# a name whose first separator is a slash has the two swapped, as in 'net/ipv4/conf/eth0.7/mtu'
dotted(name) := swapped if {
	regex.match(`^[^./]*/`, name)
	swapped := concat("/", [replace(part, "/", ".") | some part in split(name, ".")])
} else := name
