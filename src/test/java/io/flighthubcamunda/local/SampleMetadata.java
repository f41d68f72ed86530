package io.flighthubcamunda.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.jpeg.xmp.JpegXmpRewriter;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/**
 * What a rendered photograph says about itself: EXIF as any camera writes it, XMP as a DJI drone.
 */
record SampleMetadata(LocalDateTime taken, double latitude, double longitude) {

  private static final DateTimeFormatter EXIF_TIME =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");
  private static final double GROUND_METRES = 12.0;
  private static final double FLIGHT_METRES = 50.0;

  /** The JPEG with this metadata in front of its picture. */
  byte[] addTo(byte[] jpeg) throws IOException {
    ByteArrayOutputStream withExif = new ByteArrayOutputStream();
    new ExifRewriter().updateExifMetadataLossless(jpeg, withExif, exif());
    ByteArrayOutputStream withXmp = new ByteArrayOutputStream();
    new JpegXmpRewriter().updateXmpXml(withExif.toByteArray(), withXmp, xmp());
    return withXmp.toByteArray();
  }

  private TiffOutputSet exif() throws IOException {
    TiffOutputSet exif = new TiffOutputSet();
    String time = EXIF_TIME.format(taken);
    TiffOutputDirectory root = exif.getOrCreateRootDirectory();
    root.add(TiffTagConstants.TIFF_TAG_MAKE, "FlightHub for Camunda");
    root.add(TiffTagConstants.TIFF_TAG_MODEL, "Rendered sample");
    root.add(TiffTagConstants.TIFF_TAG_DATE_TIME, time);
    TiffOutputDirectory details = exif.getOrCreateExifDirectory();
    details.add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, time);
    details.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH, RationalNumber.valueOf(8.8));
    details.add(ExifTagConstants.EXIF_TAG_FOCAL_LENGTH_IN_35MM_FORMAT, (short) 22);
    exif.setGpsInDegrees(longitude, latitude);
    TiffOutputDirectory gps = exif.getOrCreateGpsDirectory();
    gps.add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE_REF, (byte) 0);
    gps.add(
        GpsTagConstants.GPS_TAG_GPS_ALTITUDE,
        RationalNumber.valueOf(GROUND_METRES + FLIGHT_METRES));
    return exif;
  }

  private String xmp() {
    return String.format(
        Locale.ROOT,
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about="" xmlns:drone-dji="http://www.dji.com/drone-dji/1.0/"
            drone-dji:AbsoluteAltitude="+%.2f" drone-dji:RelativeAltitude="+%.2f"
            drone-dji:GimbalPitchDegree="-90.00" drone-dji:GimbalYawDegree="+0.00"/>
         </rdf:RDF>
        </x:xmpmeta>
        """,
        GROUND_METRES + FLIGHT_METRES,
        FLIGHT_METRES);
  }
}
