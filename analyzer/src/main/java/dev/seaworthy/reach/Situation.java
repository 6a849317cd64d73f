package dev.seaworthy.reach;

import dev.seaworthy.model.Capabilities;
import dev.seaworthy.model.ClusterProfile;
import dev.seaworthy.model.Container;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Derived;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.model.UserNamespace;
import dev.seaworthy.model.Workload;
import java.util.function.Function;

/** What edges look at: a container, and what surrounds it. Immutable to its users. */
public final class Situation {

  private final Container container;
  private final ScannedObjects scanned;
  private final Capabilities capabilities;
  private final UserNamespace userNamespace;
  private final boolean windows;
  private final Derived<Situation> derived = new Derived<>();

  /**
   * @param container where the code runs
   * @param scanned the other objects
   */
  public Situation(Container container, ScannedObjects scanned) {
    this.container = container;
    this.scanned = scanned;
    this.capabilities = container.security().capabilities();
    this.userNamespace = pod().userNamespace();
    this.windows = pod().isWindows();
  }

  /** Where the code runs. */
  public Container container() {
    return container;
  }

  /** The other objects. */
  public ScannedObjects scanned() {
    return scanned;
  }

  public Workload workload() {
    return container.workload();
  }

  /** What applies to the container. */
  public ContainerSecurity security() {
    return container.security();
  }

  /** What applies to the pod as a whole. */
  public PodSecurity pod() {
    return workload().security();
  }

  public ClusterProfile cluster() {
    return workload().cluster();
  }

  /** The capabilities that the container asks for and gives up. */
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Whose root is root in the container. */
  public UserNamespace userNamespace() {
    return userNamespace;
  }

  /** Whether the pod runs on Windows. */
  public boolean isWindows() {
    return windows;
  }

  /**
   * What is computed from this situation, shared by all edges that ask.
   *
   * @param type what it is known by
   * @param make computes it; a pure function, whose result is immutable
   */
  public <T> T derived(Class<T> type, Function<Situation, T> make) {
    return derived.get(type, this, make);
  }
}
