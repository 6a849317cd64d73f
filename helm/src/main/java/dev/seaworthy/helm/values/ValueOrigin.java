package dev.seaworthy.helm.values;

import dev.seaworthy.source.Location;
import dev.seaworthy.source.SourceText;
import java.util.Optional;

/** Who set a value. */
public sealed interface ValueOrigin {

  /** How messages call it: the name of a file, or an argument of the command line. */
  String label();

  /** Where it is written, if that is in a file. */
  Optional<Location> location();

  /**
   * A key or an item in a values file.
   *
   * @param file the file
   * @param start where the key or the item starts: an offset as in {@link SourceText}
   * @param end where the key ends, or the item if it is a single value
   */
  record InFile(SourceText file, int start, int end) implements ValueOrigin {
    @Override
    public String label() {
      return file.name();
    }

    @Override
    public Optional<Location> location() {
      return Optional.of(Location.exact(file.name(), file.span(start, end)));
    }
  }

  /** An argument such as {@code --helm-set image.tag=v1}. */
  record InArgument(SetArgument argument) implements ValueOrigin {
    @Override
    public String label() {
      return argument.toString();
    }

    @Override
    public Optional<Location> location() {
      return argument.location();
    }
  }
}
