package io.flighthubcamunda.upload;

import io.flighthubcamunda.api.ReconstructionType;
import io.flighthubcamunda.imageset.FileParts;
import io.flighthubcamunda.imageset.FolderSource;
import io.flighthubcamunda.imageset.ImageSetScan;
import io.flighthubcamunda.imageset.ImageSource;
import io.flighthubcamunda.imageset.SourceFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A folder on a disk that goes away in the middle of a file, some times. */
final class FailingDisk implements ImageSource {

  private final FolderSource folder;
  private final AtomicInteger failures;
  private final int bytesBefore;

  /**
   * @param failures files that are cut short, counting each try
   * @param bytesBefore that each of them still gives
   */
  FailingDisk(FolderSource folder, int failures, int bytesBefore) {
    this.folder = folder;
    this.failures = new AtomicInteger(failures);
    this.bytesBefore = bytesBefore;
  }

  @Override
  public InputStream open(SourceFile file, long from) throws IOException {
    var whole = folder.open(file, from);
    return failures.getAndDecrement() > 0 ? new CutShort(whole) : whole;
  }

  private final class CutShort extends FilterInputStream {

    private int left = bytesBefore;

    private CutShort(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        throw new IOException("Input/output error");
      }
      int count = super.read(buffer, offset, Math.min(length, left));
      left -= Math.max(count, 0);
      return count;
    }
  }

  @Override
  public String name() {
    return folder.name();
  }

  @Override
  public String location() {
    return folder.location();
  }

  @Override
  public ImageSetScan scan(Set<ReconstructionType> types) {
    return folder.scan(types);
  }

  @Override
  public FileParts parts(SourceFile file) throws IOException {
    return folder.parts(file);
  }

  @Override
  public void requireUnchanged(SourceFile file) {
    folder.requireUnchanged(file);
  }
}
