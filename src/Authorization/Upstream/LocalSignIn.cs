using ClickUpMcp.Authorization.Browser;
using ClickUpMcp.Authorization.Pages;
using ClickUpMcp.Authorization.Records;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Upstream;

/// <summary>One sign-in at ClickUp whose user is sent back to a port of this machine.</summary>
/// <remarks>
/// Any page in any browser may send requests to that port. Only the one that brings the state of this sign-in counts: it is random, signed
/// with a key that lives as long as this object, and good once.
/// </remarks>
public sealed class LocalSignIn : IDisposable
{
    private const int LongestCode = 2048;

    private readonly AuthorizationOptions _options;
    private readonly IPages _pages;
    private readonly HttpMessageInvoker _http;
    private readonly StateSeal _seal = new(SecretText.Create());
    private readonly string _handle = SecretText.Create();
    private readonly ClickUpSignIn _clickUp;
    private readonly TaskCompletionSource<LocalAccount> _ended = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private int _isTaken;

    /// <param name="options">The application at ClickUp, and the address of this machine that users are sent back to.</param>
    /// <param name="clickUp">Sends requests to ClickUp.</param>
    /// <param name="pages">Makes the pages.</param>
    /// <param name="time">The clock.</param>
    public LocalSignIn(AuthorizationOptions options, HttpMessageHandler clickUp, IPages pages, TimeProvider time)
    {
        _options = options;
        _pages = pages;
        _http = new HttpMessageInvoker(clickUp);
        _clickUp = new ClickUpSignIn(options, _http, time);
    }

    /// <summary>ClickUp's page, for the user's browser.</summary>
    public string Page => _clickUp.PageFor(_seal.Sign(_handle));

    /// <summary>Completes with who has signed in, or fails with a <see cref="LocalSignInException"/>.</summary>
    public Task<LocalAccount> Ended => _ended.Task;

    /// <summary>The redirect URL that the application at ClickUp has to have for a port.</summary>
    public static string RedirectAt(Uri address) => address.GetLeftPart(UriPartial.Authority) + Paths.Callback;

    /// <summary>Answers a request to the port.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        Pages.Page.SetHeaders(context.Response, isHttps: false);
        HttpRequest request = context.Request;
        // A name that others let point here would make their pages ours.
        if (request.Host.Value != _options.PublicUrl.Authority)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!HttpMethods.IsGet(request.Method) || request.Path.Value != Paths.Callback)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        bool isOurs =
            request.Query["state"] is [{ } state]
            && _seal.Verify(state) is { } handle
            && SecretText.AreEqual(handle, _handle);
        if (!isOurs || Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            await PageReply.ErrorAsync(
                context,
                _pages,
                "This is not the end of the sign-in that the terminal waits for, or that one is over.",
                "Go back to the terminal and open the address that it shows, or start again there."
            );
            return;
        }

        await EndAsync(context, request.Query["code"] is [{ Length: > 0 and <= LongestCode } code] ? code : null);
    }

    public void Dispose()
    {
        _http.Dispose();
        _seal.Dispose();
    }

    private async Task EndAsync(HttpContext context, string? code)
    {
        try
        {
            LocalAccount account = await AskClickUpAsync(code, context.RequestAborted);
            await PageReply.WriteAsync(
                context,
                StatusCodes.Status200OK,
                _pages.Done(new DonePageModel("You are signed in", "Go back to the terminal: it goes on there."))
            );
            _ended.TrySetResult(account);
        }
        catch (LocalSignInException e)
        {
            await PageReply.ErrorAsync(context, _pages, e.Message, "Go back to the terminal and start again.");
            _ended.TrySetException(e);
        }
        finally
        {
            // A browser that hangs up has taken the state with it.
            _ended.TrySetException(
                new LocalSignInException("The browser left before ClickUp had confirmed the sign-in.")
            );
        }
    }

    private async Task<LocalAccount> AskClickUpAsync(string? code, CancellationToken cancellationToken)
    {
        if (code is null)
        {
            throw new LocalSignInException("ClickUp sent no code: access was refused there.");
        }

        try
        {
            string token = await _clickUp.ExchangeAsync(code, cancellationToken);
            ClickUpAccount account = await _clickUp.DescribeAsync(token, cancellationToken);
            return new LocalAccount(token, account.Name, account.Workspaces);
        }
        catch (ClickUpException e)
        {
            throw new LocalSignInException($"ClickUp did not confirm the sign-in. {e.Message}");
        }
    }
}
