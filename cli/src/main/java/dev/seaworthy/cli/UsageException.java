package dev.seaworthy.cli;

/** The arguments make no sense. The message is for the user: lower-case, no full stop. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
