package org.postern.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a visitor gets who is not logged in: the way to the login page, with the page that was asked for. The server comes here by
 * itself, whatever was asked for.
 */
@WebServlet("/login-required")
public class LoginRequired extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String login = request.getContextPath() + "/login" + wanted(request);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"" + login
                            + "\"></redirect></partial-response>");
        } else {
            response.sendRedirect(login);
        }
    }

    /** {@return the page that was asked for, as a parameter; nothing if it cannot be asked for again} */
    private static String wanted(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")
                || !(request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH) instanceof String path)) {
            return "";
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return "?to=" + URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }
}
