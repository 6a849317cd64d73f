package seaworthy.lib

# METADATA
# description: |
#   The images of the pod: of containers of all three types and of volumes. Each is what
#   `image_reference` says of it, with `text` as written, the `path` of the text and a `title` such
#   as `image 'nginx' of container 'app'`. Text that is no image reference is left out.
images := array.concat(
	[image(container.title, array.concat(container.path, ["image"]), container.object.image) |
		some container in input.workload.containers
	],
	[image(title, array.concat(volume.path, ["image", "reference"]), volume.object.image.reference) |
		some volume in input.workload.volumes
		title := sprintf("volume '%s'", [volume.name])
	],
)

image(owner, path, text) := object.union(image_reference(text), {
	"text": text,
	"path": path,
	"title": sprintf("image '%s' of %s", [text, owner]),
})

# METADATA
# description: |
#   The parts of an image reference: `registry`, `repository`, `tag` and `digest`, the last two
#   empty where there are none. Names are complete: `nginx` is `library/nginx` of `docker.io`.
#   Undefined for text that is no reference, such as `${IMAGE}`.
# related_resources:
#   - https://pkg.go.dev/github.com/distribution/reference
image_reference(text) := {
	"registry": object.get({"index.docker.io": "docker.io"}, name.registry, name.registry),
	"repository": concat("", [image_folder(name), name.repository]),
	"tag": tag,
	"digest": digest,
} if {
	[_, written, tag, digest] := regex.find_all_string_submatch_n(image_pattern, text, 1)[0]
	name := image_name(written)
}

image_pattern := concat("", [
	`^((?:(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::[0-9]+)?/)?`, # registry
	`[a-z0-9]+(?:(?:[./]|__?|-+)[a-z0-9]+)*)`, # repository
	`(?::(\w[\w.-]*))?`, # tag
	`(?:@([a-zA-Z][a-zA-Z0-9+._-]*:[0-9a-fA-F]{32,}))?$`, # digest
])

# the first segment is a registry if it cannot be a folder on Docker Hub
image_name(name) := {"registry": parts[1], "repository": parts[2]} if {
	parts := regex.find_all_string_submatch_n(`^([^/]*[.:A-Z][^/]*|localhost)/(.+)$`, name, 1)[0]
} else := {"registry": "docker.io", "repository": name}

image_folder(name) := "library/" if {
	name.registry in {"docker.io", "index.docker.io"}
	not contains(name.repository, "/")
} else := ""
