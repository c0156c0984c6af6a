package org.postern.examples.orders;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows the last orders, a line each, to whom web.xml lets in. */
@WebServlet("/orders")
public class OrderList extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int LAST = 100;

    @PersistenceContext
    private transient EntityManager orders;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        List<PurchaseOrder> last = orders
                .createQuery("SELECT o FROM PurchaseOrder o ORDER BY o.number DESC", PurchaseOrder.class)
                .setMaxResults(LAST)
                .getResultList();
        PrintWriter lines = response.getWriter();
        for (PurchaseOrder order : last) {
            String wish = order.wish().replaceAll("\\p{Cntrl}", " ");
            lines.println(order.number() + " " + order.confirmation() + " " + order.customer() + " " + wish);
        }
    }
}
