# METADATA
# title: pod can command the container runtime
# description: |
#   Flags `hostPath` volumes that hand over the socket of a container runtime, or a folder in which
#   one lies. A read-only mount is no help: it does not keep anybody from connecting.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/setup/production-environment/container-runtimes/
# custom:
#   severity: critical
#   category: volume
#   remediation: >-
#     Remove the volume: ask the Kubernetes API instead, and build images with a tool that needs no
#     runtime.
#   aliases:
#     - KSV-0006
#     - CKV_K8S_27
#     - C-0074
#     - docker-sock
#     - DockerSock
#     - disallow-cri-sock-mount
#     - docker-socket-requires-label
#   standards: [pss:baseline]
package seaworthy.rules.container_runtime_socket

import data.seaworthy.facts.runtime_sockets
import data.seaworthy.lib

findings contains lib.finding(volume.hostPath.path, message) if {
	some volume in lib.host_path_volumes
	exposed := [description | some part in lib.shown_host_paths(volume); description := exposure(part.normalised)]
	message := sprintf("volume '%s' is %s%s", [volume.name, exposed[0], lib.if_unmounted(volume)])
}

exposure(path) := sprintf("the container runtime's socket '%s'", [path]) if lib.is_runtime_socket(path)

else := sprintf("'%s', which contains container runtime sockets such as '%s'", [path, sockets[0]]) if {
	path != ""
	sockets := [socket | some socket in runtime_sockets.places; lib.contains_path(path, socket)]
}
