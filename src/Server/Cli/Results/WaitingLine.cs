using System.Globalization;
using System.Text;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli.Results;

/// <summary>A line on the screen that says what a call is waiting for, and goes when it is done.</summary>
/// <param name="screen">Where it stands: the error stream, so that the output stays the result.</param>
internal sealed class WaitingLine(Stream screen) : IProgressReporter, IDisposable
{
    private const string Clear = "\r\u001b[K";
    private const int Cells = 20;

    private readonly Lock _gate = new();
    private bool _isShown;
    private bool _hasEnded;

    public void Report(double progress, double? total, string message)
    {
        lock (_gate)
        {
            if (!_hasEnded)
            {
                _isShown = true;
                Write($"{Clear}{Bar(progress, total)}{OutputSanitizer.CleanLine(message)}");
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            if (_isShown)
            {
                Write(Clear);
            }
        }
    }

    private static string Bar(double progress, double? total)
    {
        if (total is not > 0)
        {
            return string.Empty;
        }

        int full = (int)(Cells * Math.Clamp(progress / total.Value, 0, 1));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', full)}{new string('-', Cells - full)}] {progress:0} of {total:0} "
        );
    }

    private void Write(string text)
    {
        screen.Write(Encoding.UTF8.GetBytes(text));
        screen.Flush();
    }
}
