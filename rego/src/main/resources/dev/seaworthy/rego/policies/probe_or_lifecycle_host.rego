# METADATA
# title: probe or hook makes the node connect elsewhere
# description: |
#   Silent about loopback addresses in the node's network, where the pod is at the same address.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/4940-psa-block-host-field-in-probes
# custom:
#   severity: medium
#   category: host
#   remediation: >-
#     Remove 'host', so that the pod itself is asked; to ask for a virtual host, set the header
#     'Host' in 'httpHeaders'.
#   aliases: [K8sPSPHostProbesLifecycle]
#   standards: [pss:baseline]
package seaworthy.rules.probe_or_lifecycle_host

import data.seaworthy.lib

findings contains lib.finding(array.concat(call.path, ["host"]), message) if {
	some call in calls
	is_string(call.host)
	call.host != ""
	not is_pod(call.host)
	message := sprintf("%s %s", [call.container, consequence(call)])
}

calls contains call if {
	some container in input.workload.containers
	some field, title in {
		"livenessProbe": "liveness probe",
		"readinessProbe": "readiness probe",
		"startupProbe": "startup probe",
	}
	some handler in ["httpGet", "tcpSocket"]
	host := container.object[field][handler].host
	call := {
		"host": host,
		"container": container.title,
		"title": title,
		"connects": true,
		"path": array.concat(container.path, [field, handler]),
	}
}

calls contains call if {
	some container in input.workload.containers
	some hook in ["postStart", "preStop"]
	some handler in ["httpGet", "tcpSocket"]
	host := container.object.lifecycle[hook][handler].host
	call := {
		"host": host,
		"container": container.title,
		"title": sprintf("'%s' hook", [hook]),
		"connects": handler == "httpGet",
		"path": array.concat(container.path, ["lifecycle", hook, handler]),
	}
}

is_pod(host) if {
	input.workload.security.hostNetwork.value
	is_loopback(host)
}

is_loopback(host) if regex.match(`^(localhost|127(\.[0-9]{1,3}){3}|\[?::1\]?)$`, lower(host))

consequence(call) := sprintf("names host '%s' in its %s, which fails: no kubelet runs 'tcpSocket' hooks", [call.host, call.title]) if not call.connects

else := sprintf("makes the node connect to '%s' for its %s, which is the node itself and not the pod", [call.host, call.title]) if is_loopback(call.host)

else := sprintf("makes the node connect to '%s' for its %s", [call.host, call.title])
