package io.flighthubcamunda.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small JPEG pictures, with an EXIF position written by hand where a test wants one. */
final class TestPhotograph {

  private static final int ASCII = 2;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private TestPhotograph() {}

  static byte[] plain(int colour) throws IOException {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, colour);
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", jpeg);
    return jpeg.toByteArray();
  }

  /** Position in whole degrees, north and east; altitude in metres. */
  static byte[] at(int colour, int latitude, int longitude, int altitude) throws IOException {
    byte[] jpeg = plain(colour);
    byte[] exif = exif(latitude, longitude, altitude);
    ByteBuffer result = ByteBuffer.allocate(jpeg.length + exif.length + 4);
    result.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2));
    return result.put(exif).put(jpeg, 2, jpeg.length - 2).array();
  }

  private static byte[] exif(int latitude, int longitude, int altitude) {
    int gps = 8 + 2 + 12 + 4;
    int values = gps + 2 + 5 * 12 + 4;
    ByteBuffer out = ByteBuffer.allocate(6 + values + 24 + 24 + 8);
    out.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    out.putShort((short) 1);
    entry(out, 0x8825, LONG, 1).putInt(gps);
    out.putInt(0);
    out.putShort((short) 5);
    entry(out, 1, ASCII, 2).put(new byte[] {'N', 0, 0, 0});
    entry(out, 2, RATIONAL, 3).putInt(values);
    entry(out, 3, ASCII, 2).put(new byte[] {'E', 0, 0, 0});
    entry(out, 4, RATIONAL, 3).putInt(values + 24);
    entry(out, 6, RATIONAL, 1).putInt(values + 48);
    out.putInt(0);
    degrees(out, latitude);
    degrees(out, longitude);
    return out.putInt(altitude).putInt(1).array();
  }

  private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
    return out.putShort((short) tag).putShort((short) type).putInt(count);
  }

  private static void degrees(ByteBuffer out, int degrees) {
    out.putInt(degrees).putInt(1).putInt(0).putInt(1).putInt(0).putInt(1);
  }
}
