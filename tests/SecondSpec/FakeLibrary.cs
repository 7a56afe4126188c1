using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace SecondSpec;

/// <summary>A lending library over HTTP, with manners of its own: another key header, pages from 1, links, nested errors.</summary>
internal sealed class FakeLibrary : IAsyncDisposable
{
    public const string Key = "lib-0123456789";

    private const int BooksPerPage = 3;
    private const int LoansPerPage = 2;

    private static readonly string[] Titles = ["Emma", "Dune", "Ulysses", "Beloved", "Solaris", "Candide", "Nausea"];

    private readonly WebApplication _app;

    private FakeLibrary(WebApplication app)
    {
        _app = app;
        _app.Run(RespondAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>What was asked, as method, path and query.</summary>
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>The last request's headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>The last request's body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>How many requests the budget still has.</summary>
    public int Remaining { get; set; } = 50;

    public static async Task<FakeLibrary> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var library = new FakeLibrary(builder.Build());
        await library._app.StartAsync();
        return library;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        Lines.Enqueue($"{request.Method} {request.Path}{request.QueryString}");
        Headers = request.Headers.ToDictionary(static h => h.Key, static h => h.Value.ToString());
        using StreamReader reader = new(request.Body);
        Body = await reader.ReadToEndAsync();
        Remaining--;
        context.Response.Headers["RateLimit-Limit"] = "50";
        context.Response.Headers["RateLimit-Remaining"] = $"{Math.Max(0, Remaining)}";
        context.Response.Headers["RateLimit-Reset"] = "7";
        (int status, string body) =
            request.Headers["X-Api-Key"] != Key ? Error(401, "KEY_UNKNOWN", "Who are you?")
            : Remaining < 0 ? Error(429, "TOO_FAST", "Slow down.")
            : Respond(request, context.Response);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }

    private (int Status, string Body) Respond(HttpRequest request, HttpResponse response) =>
        (request.Method, request.Path.Value!) switch
        {
            ("GET", "/v1/books") => Books(int.Parse(request.Query["page"]!)),
            ("GET", "/v1/books/b-9") => Error(404, "NO_BOOK", "No such book."),
            ("GET", "/v1/books/b-8") => Error(409, "ON_LOAN", "It is out until Monday."),
            ("GET", ['/', 'v', '1', .., var digit]) when char.IsAsciiDigit(digit) => (200, Book(digit - '0')),
            ("GET", "/v1/loans") => Loans(int.Parse(request.Query["after"].FirstOrDefault() ?? "0"), request, response),
            ("POST", "/v1/loans") => Lend(),
            _ => Error(404, "NO_ROUTE", "No such place."),
        };

    private static (int Status, string Body) Books(int page)
    {
        // Page 0 is page 1 again, as where numbers start at 1 and nobody checks.
        IEnumerable<string> books = Enumerable
            .Range((Math.Max(1, page) - 1) * BooksPerPage, BooksPerPage)
            .Where(static i => i < Titles.Length)
            .Select(Book);
        return (200, $$"""{"books":[{{string.Join(',', books)}}]}""");
    }

    private (int Status, string Body) Loans(int after, HttpRequest request, HttpResponse response)
    {
        int[] loans = [.. Enumerable.Range(after + 1, LoansPerPage).Where(static i => i <= 5)];
        if (loans[^1] < 5)
        {
            string first = $"<{Address}v1/loans>; rel=\"first\"";
            // Where the link leads to must not matter, or any upstream could send the key elsewhere.
            response.Headers.Link =
                $"{first}, <https://elsewhere.example{request.Path}?x=1&after={loans[^1]}>; rel=\"next last\"";
        }

        IEnumerable<string> rows = loans.Select(static i =>
            $$"""{"id":{{i}},"isbn":"b-{{i}}","due":"2026-05-0{{i}}"}"""
        );
        return (200, $"[{string.Join(',', rows)}]");
    }

    private (int Status, string Body) Lend()
    {
        JsonElement loan = JsonElement.Parse(Body).GetProperty("loan");
        string isbn = loan.GetProperty("isbn").GetRawText();
        string due = loan.GetProperty("due_on").GetRawText();
        return (201, $$$"""{"loan":{"id":77,"isbn":{{{isbn}}},"due":{{{due}}}}}""");
    }

    private static string Book(int index) =>
        $$$"""{"isbn":"b-{{{index}}}","title":"{{{Titles[index % Titles.Length]}}}","author":{"name":"A{{{index}}}"},"copies":"{{{index}}}"}""";

    private static (int Status, string Body) Error(int status, string code, string text) =>
        (status, $$$"""{"error":{"code":"{{{code}}}","detail":{"text":"{{{text}}}"},"trace":["x"]},"ok":false}""");
}
