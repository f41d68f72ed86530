package io.flighthubcamunda.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The XML with which S3 and OSS say what is wrong. It comes from outside: nothing is believed. */
final class ErrorDocument {

  private static final int MOST_BYTES = 16 * 1024;
  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private ErrorDocument() {}

  /**
   * @param body null when there is none; is read up to a bound
   * @return a word that can be shown, empty when there is none
   */
  static String code(InputStream body) throws IOException {
    return body == null ? "" : code(body.readNBytes(MOST_BYTES));
  }

  private static String code(byte[] document) {
    try {
      var xml = XML.createXMLStreamReader(new ByteArrayInputStream(document));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && "Code".equals(xml.getLocalName())) {
          var code = xml.getElementText().strip();
          return code.matches("[A-Za-z0-9.]{1,64}") ? code : "";
        }
      }
    } catch (XMLStreamException e) {
      // A proxy in between answers HTML; its status is all that can be said.
    }
    return "";
  }
}
