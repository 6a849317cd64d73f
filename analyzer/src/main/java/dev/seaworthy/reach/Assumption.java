package dev.seaworthy.reach;

import dev.seaworthy.model.ClusterProfile;
import java.util.Optional;
import java.util.function.Function;

/** Something that no manifest tells and that decides all the same. */
public enum Assumption {
  IMAGE_USER(
      "image-user",
      "",
      cluster -> "the image runs as root where the manifest does not keep it from doing so"),
  SET_USER_ID(
      "set-user-id",
      "",
      cluster ->
          "the image has a program that leads to root, such as 'su' with its set-user-ID bit");

  private final String id;
  private final String setting;
  private final Function<ClusterProfile, String> text;

  Assumption(String id, String setting, Function<ClusterProfile, String> text) {
    this.id = id;
    this.setting = setting;
    this.text = text;
  }

  /** The name in results, such as {@code image-user}. */
  public String id() {
    return id;
  }

  /** The key below {@code cluster} in the configuration that decides; empty where none does. */
  public Optional<String> setting() {
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }

  /** What is assumed of a cluster: lower-case, no full stop. */
  public String text(ClusterProfile cluster) {
    return text.apply(cluster);
  }

  /** Returns the name in results. */
  @Override
  public String toString() {
    return id;
  }
}
