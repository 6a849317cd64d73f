package dev.seaworthy.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file cannot be used. Nothing of it is. */
public final class ConfigurationException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<ConfigurationError> errors;

  /**
   * @param errors all that is wrong with the file, at least one thing
   */
  ConfigurationException(Collection<ConfigurationError> errors) {
    super(errors.stream().map(ConfigurationError::toString).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** All that is wrong with the file, sorted by place. */
  public List<ConfigurationError> errors() {
    return errors;
  }
}
