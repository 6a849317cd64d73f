package dev.seaworthy.reach;

import java.util.List;

/**
 * A kind of step: a way from one foothold to another that some containers or accounts open.
 * Immutable, and safe for any number of threads.
 */
public interface Edge {

  /** The name in results and documentation, such as {@code privileged}. */
  String id();

  /** What is done, in the third person and without a full stop. */
  String title();

  /** What is needed to begin with. */
  Foothold from();

  /** What is gained. */
  Foothold to();

  /** What has to hold and what stops it, with the reason: sentences for the documentation. */
  String explanation();

  /** The address of a public description of the fact. */
  String reference();

  /** What may be assumed of image, node and cluster where the manifests do not tell. */
  List<Assumption> assumptions();
}
