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
	[named, digest] := image_parts(text, "@")
	is_image_digest(digest)
	segments := split(named, "/")
	[_, tag] := image_parts(segments[count(segments) - 1], ":")
	is_image_tag(tag)
	written := trim_suffix(named, concat("", [":", tag]))
	regex.match(image_name_pattern, written)
	name := image_name(written)
}

# what stands before a separator that occurs once at most, and after it
image_parts(text, separator) := [text, ""] if not contains(text, separator)

image_parts(text, separator) := parts if {
	parts := split(text, separator)
	count(parts) == 2
	parts[1] != ""
}

is_image_digest("")

is_image_digest(digest) if regex.match(`^[a-zA-Z][a-zA-Z0-9+._-]*:[0-9a-fA-F]{32,}$`, digest)

is_image_tag("")

is_image_tag(tag) if regex.match(`^\w[\w.-]*$`, tag)

image_name_pattern := `^(?:(?:[a-zA-Z0-9.-]+|\[[0-9a-fA-F:]+\])(?::[0-9]+)?/)?[a-z0-9]+(?:(?:[./]|__?|-+)[a-z0-9]+)*$`

# the first segment is a registry if it cannot be a folder on Docker Hub
image_name(name) := {"registry": registry, "repository": substring(name, count(registry) + 1, -1)} if {
	registry := split(name, "/")[0]
	registry != name
	regex.match(`[.:A-Z]|^localhost$`, registry)
} else := {"registry": "docker.io", "repository": name}

image_folder(name) := "library/" if {
	name.registry in {"docker.io", "index.docker.io"}
	not contains(name.repository, "/")
} else := ""
