package org.postern.web.door;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** Says that a page was open for too long, or that too many were open, and leads to it anew. */
@WebServlet(Expired.PATH)
public class Expired extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where it is; the page is named by {@code to}. */
    public static final String PATH = "/expired";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = request.getContextPath() + PlainPage.within(PlainPage.parameter(request, "to"));
        PlainPage.show(request, response, "door.thisPageHasExpired",
                PlainPage.paragraph(request, "door.openForTooLong")
                        + "<p><strong>" + PlainPage.words(request, "door.nothingWasDone") + "</strong></p>"
                        + PlainPage.link(request, page, "door.openItAgain"));
    }
}
