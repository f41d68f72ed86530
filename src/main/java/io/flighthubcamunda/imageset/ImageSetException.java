package io.flighthubcamunda.imageset;

/**
 * A folder that cannot be used as an image set at all. The message is one sentence for a person.
 */
public final class ImageSetException extends RuntimeException {

  /** Why the folder cannot be used. */
  public enum Code {
    /** The folder lies outside of the configured roots, perhaps through a symbolic link. */
    OUTSIDE_ROOTS,
    /** No folder was named, the name is no path, or nothing is there. */
    FOLDER_MISSING,
    /** The path leads to something that is not a folder. */
    NOT_A_FOLDER,
    /** The folder or something in it may not be read. */
    UNREADABLE,
    /** There is far more than an image set may hold. */
    TOO_MANY_FILES,
    /** A list file cannot be used: what it names is missing, or it is no text. */
    BAD_LIST,
    /** The content changed while it was being looked at. */
    CHANGED,
    /** The work was interrupted, for example because the worker is shutting down. */
    INTERRUPTED
  }

  private final Code code;

  public ImageSetException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public ImageSetException(Code code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
