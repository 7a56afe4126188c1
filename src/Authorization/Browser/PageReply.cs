using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Browser;

/// <summary>Answers browsers: with pages that cannot be framed or kept, or with the way on.</summary>
internal static class PageReply
{
    public static Task ErrorAsync(HttpContext context, IPages pages, string what, string next) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, pages.Error(new ErrorPageModel(what, next)));

    public static Task WriteAsync(HttpContext context, int status, Page page) =>
        page.SendAsync(context.Response, status, context.RequestAborted);

    /// <summary>Sends the browser on, by GET whatever it came with.</summary>
    public static Task RedirectAsync(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
