using System.Text;
using ClickUpMcp.Observability;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Tests.Protocol;

/// <summary>A line of the log is one line, of our words alone.</summary>
[Trait("Requirement", "L-01")]
[Trait("Promise", "PA-17")]
public sealed class LogLineTests : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly LogWriter _writer;

    public LogLineTests() =>
        _writer = new LogWriter(new Lazy<Stream>(_stream), LogLevel.Trace, new ManualTimeProvider());

    private string Written
    {
        get
        {
            _writer.FlushAsync().Wait(TestContext.Current.CancellationToken);
            return Encoding.UTF8.GetString(_stream.ToArray());
        }
    }

    [Fact]
    public void L_01_no_character_makes_a_second_line_or_a_command()
    {
        string all = string.Concat(Enumerable.Range(0, 0xA0).Select(static c => $"{(char)c}"));
        _writer.Write(LogLevel.Error, "http", $"a{all}b\u2028c\u202ed\nerror http: forged");

        Written.Count(static c => c == '\n').ShouldBe(1);
        Written.ShouldStartWith("2026-01-01T00:00:00.000Z error http: a");
        Written.ShouldEndWith("forged\n");
        Written[..^1].ShouldNotContain(static c => char.IsControl(c) || c == '\u2028' || c == '\u202e');
    }

    [Fact]
    public void L_01_what_an_exception_says_is_not_logged()
    {
        ILogger logger = new StderrLogger("http", _writer);
        logger.Log(
            LogLevel.Error,
            new EventId(1, "CANARY"),
            "state",
            new InvalidOperationException("CANARY of a library"),
            static (state, exception) => $"{state} {exception?.Message}"
        );

        Written.ShouldContain("state");
        Written.ShouldNotLeak("CANARY");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
