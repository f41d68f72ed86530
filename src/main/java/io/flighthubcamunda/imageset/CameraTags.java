package io.flighthubcamunda.imageset;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/** Reads EXIF tags, but not the maker's notes: they take longest and say nothing that is needed. */
final class CameraTags extends ExifTiffHandler {

  private CameraTags(Metadata metadata, int exifOffset) {
    super(metadata, null, exifOffset);
  }

  /**
   * @param offset where the TIFF header lies in what is read
   */
  static void read(RandomAccessReader reader, int offset, Metadata metadata)
      throws TiffProcessingException, IOException {
    new TiffReader().processTiff(reader, new CameraTags(metadata, offset), offset);
  }

  @Override
  public boolean customProcessTag(
      int tagOffset,
      Set<Integer> processedOffsets,
      int headerOffset,
      RandomAccessReader reader,
      int tagId,
      int byteCount)
      throws IOException {
    return tagId == ExifDirectoryBase.TAG_MAKERNOTE
        || super.customProcessTag(
            tagOffset, processedOffsets, headerOffset, reader, tagId, byteCount);
  }
}
