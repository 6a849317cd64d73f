# METADATA
# title: helpers for policies
# description: What most policies need. Everything here is about `input`, one workload or object.
package seaworthy.lib

# METADATA
# description: |
#   The containers of all three types, as in `input.workload.containers`; none on Windows, which has
#   no capabilities, no seccomp and no read-only root file systems.
linux_containers := [container |
	input.workload.os == "linux"
	some container in input.workload.containers
]

# METADATA
# description: A finding at a path.
finding(path, message) := {"path": path, "message": message}

# METADATA
# description: |
#   A finding at a field below a path, such as `finding_below(container.path, ["image"], ...)`. The
#   field need not be there.
finding_below(path, steps, message) := finding(array.concat(path, steps), message)

# METADATA
# description: The text of a field of an object; empty where there is none.
text(holder, field) := value if {
	value := holder[field]
	is_string(value)
} else := ""

# METADATA
# description: Whether somebody wrote a setting of `security` into the manifest.
is_written(setting) if not setting.origin in {"default", "unknown"}

# METADATA
# description: |
#   What to call containers in a message: `container 'a', container 'b' and container 'c'`. Takes an
#   array of containers, at least one.
names(containers) := listed([container.title | some container in containers])

# METADATA
# description: "Texts as a list in prose: `a, b and c`. Takes an array of texts, at least one."
listed(texts) := texts[0] if count(texts) == 1

else := sprintf("%s and %s", [concat(", ", array.slice(texts, 0, last)), texts[last]]) if {
	last := count(texts) - 1
}

# METADATA
# description: |
#   Whether a path of the node is a folder above another one, or the same. Both are normalised, as
#   `hostPath.normalised` is.
contains_path(folder, path) if startswith(concat("", [path, "/"]), concat("", [trim_right(folder, "/"), "/"]))

# METADATA
# description: |
#   Whether the pod is to end by itself: that of a Job, a CronJob or a custom resource named like
#   one, a pod that is not restarted once it has succeeded, or a Pod that is a Helm hook, such as a
#   test: Helm waits for its end.
# related_resources:
#   - https://helm.sh/docs/topics/charts_hooks/
runs_to_completion if endswith(input.workload.kind, "Job")

runs_to_completion if input.workload.spec.restartPolicy in {"Never", "OnFailure"}

runs_to_completion if {
	input.workload.kind == "Pod"
	input.object.metadata.annotations["helm.sh/hook"] != ""
}

# METADATA
# description: |
#   The containers that a profile can confine: those on Linux that are not privileged, as those run
#   unconfined whatever the profile.
confinable_containers := [container |
	some container in linux_containers
	not container.security.privileged.value
]

# METADATA
# description: |
#   Where a setting of `security` is written, each place once, as an array of
#   `{"setting", "containers"}` with the containers that end up with it. Takes an array of containers
#   and the way to the setting, such as `["seccompProfile"]`.
written_settings(containers, steps) := [{"setting": setting, "containers": bearers} |
	some setting in {setting | some container in containers; setting := object.get(container.security, steps, null); is_written(setting)}
	bearers := [container | some container in containers; object.get(container.security, steps, null).path == setting.path]
]

# METADATA
# description: What follows the name of a setting in a message, ` of the pod` where it is the pod's.
of_the_pod(setting) := " of the pod" if setting.origin == "pod"

else := ""

# METADATA
# description: |
#   The place of a member of a setting that is an object, such as the `type` of a profile; of an
#   annotation, which has no members, the annotation itself.
member_path(setting, name) := array.concat(setting.path, [name]) if setting.origin != "annotation"

else := setting.path
