package io.flighthubcamunda.imageset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.JpegImageMetadata;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** A JPEG made for a test; each method returns another one that differs in what it names. */
record JpegFile(byte[] bytes) {

  /** A picture of this size without any metadata, grained so that it has some length. */
  static JpegFile plain(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(0x1000000));
      }
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", out);
      return new JpegFile(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A located photograph of a usual camera. */
  static JpegFile photograph() {
    return plain(64, 48).takenBy("DJI", "M3E").at(44.0, -30.0);
  }

  /** A photograph of a usual camera that does not know where it was. */
  static JpegFile photographWithoutPosition() {
    return plain(64, 48).takenBy("DJI", "M3E");
  }

  JpegFile takenBy(String make, String model) {
    return with(
        exif -> {
          exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, make);
          exif.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MODEL, model);
        });
  }

  JpegFile on(String exifTime) {
    return with(
        exif ->
            exif.getOrCreateExifDirectory()
                .add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, exifTime));
  }

  /** Both in millimetres; the second is the 35-mm equivalent. */
  JpegFile withLens(double focalLength, int equivalent) {
    return with(
        exif -> {
          var details = exif.getOrCreateExifDirectory();
          details.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, RationalNumber.valueOf(focalLength));
          details.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) equivalent);
        });
  }

  JpegFile at(double latitude, double longitude) {
    return with(exif -> exif.setGpsInDegrees(longitude, latitude));
  }

  JpegFile withXmp(String xml) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new JpegXmpRewriter().updateXmpXml(bytes, out, xml);
      return new JpegFile(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With one more header segment, at most 65,533 bytes, right after the file's first two bytes. */
  JpegFile withSegment(int marker, byte[] content) {
    ByteBuffer longer = ByteBuffer.allocate(bytes.length + content.length + 4);
    longer.put(bytes, 0, 2).put((byte) 0xFF).put((byte) marker);
    longer.putShort((short) (content.length + 2)).put(content);
    return new JpegFile(longer.put(bytes, 2, bytes.length - 2).array());
  }

  JpegFile followedBy(byte[] tail) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + tail.length);
    System.arraycopy(tail, 0, longer, bytes.length, tail.length);
    return new JpegFile(longer);
  }

  JpegFile cutTo(int length) {
    return new JpegFile(Arrays.copyOf(bytes, length));
  }

  Path writeTo(Path file) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes as many copies as named, {@code IMG_0001.JPG} and on. */
  void writeTo(Path folder, int count) {
    for (int i = 1; i <= count; i++) {
      writeTo(folder.resolve("IMG_%04d.JPG".formatted(i)));
    }
  }

  @FunctionalInterface
  private interface Change {
    void apply(TiffOutputSet exif) throws IOException;
  }

  private JpegFile with(Change change) {
    try {
      TiffOutputSet exif = existing();
      change.apply(exif);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new ExifRewriter().updateExifMetadataLossless(bytes, out, exif);
      return new JpegFile(out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TiffOutputSet existing() throws IOException {
    var metadata = Imaging.getMetadata(bytes);
    if (metadata instanceof JpegImageMetadata jpeg && jpeg.getExif() != null) {
      return jpeg.getExif().getOutputSet();
    }
    return new TiffOutputSet();
  }
}
