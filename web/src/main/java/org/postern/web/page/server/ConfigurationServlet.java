package org.postern.web.page.server;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.kept.ConfigurationDesk;
import org.postern.web.text.Texts;

import java.io.IOException;

/** All that is kept in the console, as a file to be saved. */
@WebServlet("/configuration.toml")
public class ConfigurationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ConfigurationDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConfigurationDesk.Export export = desk.export();
        response.setStatus(export.text().isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_CONFLICT);
        response.setContentType(export.text().isPresent() ? "application/toml" : "text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"postern.toml\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().print(export.text().or(() -> export.fault().map(Texts.of(request)::said)).orElse(""));
    }
}
