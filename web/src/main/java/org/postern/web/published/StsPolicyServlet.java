package org.postern.web.published;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.delivery.sts.OwnPolicies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The MTA-STS policy of the domain whose host is asked (RFC 8461, 3.3); 404 for any other host. */
@WebServlet(OwnPolicies.PATH)
public class StsPolicyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnPolicies policies;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> host = Optional.ofNullable(request.getServerName());
        Optional<byte[]> file = host.flatMap(policies::fileAt).map(text -> text.getBytes(StandardCharsets.US_ASCII));
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(file.get().length);
        response.getOutputStream().write(file.get());
    }
}
