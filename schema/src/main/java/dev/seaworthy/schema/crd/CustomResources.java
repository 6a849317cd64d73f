package dev.seaworthy.schema.crd;

import dev.seaworthy.model.GroupKind;
import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The custom resources that are defined among the objects of an analysis. */
public final class CustomResources {

  private final Map<GroupKind, List<CustomResource>> byKind = new HashMap<>();

  private CustomResources() {}

  /** Those of objects, made once for them. */
  public static CustomResources of(ScannedObjects scanned) {
    return scanned.derived(CustomResources.class, CustomResources::find);
  }

  private static CustomResources find(ScannedObjects scanned) {
    CustomResources resources = new CustomResources();
    scanned.base().ifPresent(base -> of(base).byKind.values().forEach(resources::addAll));
    resources.addAll(
        scanned.own(CustomResource.DEFINITION).stream().map(CustomResource::of).toList());
    return resources;
  }

  private void addAll(List<CustomResource> more) {
    for (CustomResource resource : more) {
      byKind.computeIfAbsent(resource.kind(), unused -> new ArrayList<>(1)).add(resource);
    }
  }

  /**
   * The definitions that may be meant by the kind of an object: a repository often holds one for
   * every cluster, or one for every release.
   *
   * @return those in the folder that is nearest to the object; none if its kind is not defined
   */
  public List<CustomResource> of(KubernetesObject object) {
    List<CustomResource> nearest = new ArrayList<>(1);
    int most = -1;
    for (CustomResource resource : byKind.getOrDefault(GroupKind.of(object), List.of())) {
      int shared = shared(file(object), file(resource.definition()));
      if (shared > most) {
        nearest.clear();
        most = shared;
      }
      if (shared == most) {
        nearest.add(resource);
      }
    }
    return nearest;
  }

  private static String file(KubernetesObject object) {
    return object.document().source().name();
  }

  /** How much of the way to two files is the same; all of it and more for the same file. */
  private static int shared(String one, String other) {
    if (one.equals(other)) {
      return Integer.MAX_VALUE;
    }
    int folder = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        break;
      }
      folder = one.charAt(i) == '/' ? i + 1 : folder;
    }
    return folder;
  }
}
