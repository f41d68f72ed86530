package io.flighthubcamunda.upload;

/**
 * @param verify whether to hold each object's ETag against the file's MD5 where the ETag is one
 * @param multipartFrom bytes from which a file is sent in parts; {@link #NEVER} is the safe choice,
 *     for nothing says that FlightHub takes the ETag of parts (fact sheet 2.3)
 * @param partSize bytes of a part, 5 MiB to 5 GiB
 */
public record UploadSettings(boolean verify, long multipartFrom, long partSize) {

  public static final long NEVER = Long.MAX_VALUE;

  private static final long MIB = 1L << 20;
  private static final long SMALLEST_PART = 5 * MIB;
  private static final long LARGEST_PART = 5 * 1024 * MIB;

  public UploadSettings {
    if (partSize < SMALLEST_PART || partSize > LARGEST_PART) {
      throw new IllegalArgumentException(
          "flighthub.upload.part-size must be 5MB to 5GB, but is %,d bytes.".formatted(partSize));
    }
    if (multipartFrom < 1) {
      throw new IllegalArgumentException(
          "flighthub.upload.multipart-from must be more than 0 bytes, but is "
              + multipartFrom
              + ".");
    }
  }

  /** Every file in one request. */
  public static UploadSettings inOnePiece(boolean verify) {
    return new UploadSettings(verify, NEVER, 64 * MIB);
  }
}
