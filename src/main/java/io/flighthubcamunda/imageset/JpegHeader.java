package io.flighthubcamunda.imageset;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentData;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The segments in front of a JPEG picture that matter for a reconstruction.
 *
 * @param dataStart where the picture's data begins
 */
record JpegHeader(JpegSegmentData segments, long dataStart) {

  private static final JpegReader FRAME = new JpegReader();
  private static final Set<JpegSegmentType> SEGMENTS = segmentTypes();

  private static final byte[] XMP = ascii("http://ns.adobe.com/xap/1.0/\0");
  private static final byte[] DRONE = ascii("drone-");

  static JpegHeader read(HeaderStream header) throws JpegProcessingException, IOException {
    StreamReader reader = new StreamReader(header);
    JpegSegmentData segments = JpegSegmentReader.readSegments(reader, SEGMENTS);
    // The reader stops where the picture's data begins.
    return new JpegHeader(segments, reader.getPosition());
  }

  Photograph photograph() throws TiffProcessingException, IOException {
    Metadata metadata = new Metadata();
    for (JpegSegmentType type : FRAME.getSegmentTypes()) {
      for (byte[] segment : segments.getSegments(type)) {
        FRAME.extract(segment, metadata, type);
      }
    }
    boolean droneData = false;
    DroneNumbers numbers = new DroneNumbers();
    for (byte[] segment : segments.getSegments(JpegSegmentType.APP1)) {
      if (ExifReader.startsWithJpegExifPreamble(segment)) {
        int offset = ExifReader.JPEG_SEGMENT_PREAMBLE.length();
        CameraTags.read(new ByteArrayReader(segment, offset), 0, metadata);
      } else if (startsWith(segment, XMP) && hasDroneProperty(segment)) {
        droneData = true;
        numbers.addPacket(segment);
      }
    }
    return new CameraData(metadata, droneData, numbers).photograph();
  }

  /**
   * Whether an XMP packet has a property such as {@code drone-dji:GimbalPitchDegree}, as an
   * attribute or an element. To parse the whole packet takes longer than all the rest of a
   * photograph.
   */
  private static boolean hasDroneProperty(byte[] packet) {
    for (int i = XMP.length + 1; i <= packet.length - DRONE.length; i++) {
      if (packet[i] == DRONE[0]
          && (packet[i - 1] == '<' || Character.isWhitespace(packet[i - 1]))
          && Arrays.equals(packet, i, i + DRONE.length, DRONE, 0, DRONE.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] segment, byte[] beginning) {
    return segment.length >= beginning.length
        && Arrays.equals(segment, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static Set<JpegSegmentType> segmentTypes() {
    Set<JpegSegmentType> types = new HashSet<>(Set.of(JpegSegmentType.APP1));
    FRAME.getSegmentTypes().forEach(types::add);
    return Set.copyOf(types);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
