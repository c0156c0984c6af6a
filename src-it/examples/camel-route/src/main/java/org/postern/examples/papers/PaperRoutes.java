package org.postern.examples.papers;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.postern.client.PropertyNames;
import org.postern.client.Submission;

/** Two routes, which know of mail no more than the names of its properties. */
public class PaperRoutes extends RouteBuilder {
    /** In which each octet is a character, and stays what it is. */
    private static final String OCTETS = "ISO-8859-1";

    @Override
    public void configure() {
        from("jms:queue:papers").routeId("kept")
                .setHeader(Exchange.FILE_NAME, simple("${header." + PropertyNames.QUEUE_ID + "}.eml"))
                .to("file:{{papers.kept}}?fileExist=Override&tempPrefix=.")
                .log("Kept: ${header.CamelFileName}");

        from("file:{{papers.outbox}}?include=.*[.]eml&delete=true").routeId("sent")
                .convertBodyTo(String.class, OCTETS)
                .transform(body().regexReplaceAll("\r?\n", "\r\n"))
                .convertBodyTo(byte[].class, OCTETS)
                .removeHeaders("*")
                .setHeader(PropertyNames.REVERSE_PATH, simple("{{papers.from}}"))
                .setHeader(PropertyNames.RECIPIENT, simple("{{papers.to}}"))
                .to("jms:queue:" + Submission.QUEUE);
    }
}
