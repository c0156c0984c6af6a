package org.postern.web.door;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;

/** What is shown in place of a page that there is not, that is not for this person, or that failed. Tells nothing of the reason inside. */
@WebServlet({"/trouble", Trouble.NOT_ALLOWED})
public class Trouble extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Where it says that something is not for the person's role. */
    public static final String NOT_ALLOWED = "/not-allowed";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : request.getServletPath().equals(NOT_ALLOWED)
                        ? HttpServletResponse.SC_FORBIDDEN
                        : HttpServletResponse.SC_NOT_FOUND;
        response.setStatus(status);
        PlainPage.show(request, response, title(status), PlainPage.paragraph(request, words(status))
                + PlainPage.link(request, request.getContextPath() + "/messages", "door.goToTheMessages"));
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> "door.notForYourRole";
            case HttpServletResponse.SC_NOT_FOUND -> "door.noSuchPage";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "door.notNow";
            default -> "door.thatDidNotWork";
        };
    }

    private static String words(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> "door.notForTheRoleYouHave";
            case HttpServletResponse.SC_NOT_FOUND -> "door.nothingAtThisAddress";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> "door.databaseDoesNotAnswer";
            default -> "door.gatewayHasFailed";
        };
    }
}
