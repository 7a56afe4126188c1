using System.Text;

namespace ClickUpMcp.Cli;

/// <summary>The terminal of this process.</summary>
internal sealed class ProcessTerminal : ITerminal
{
    private const int UsualWidth = 80;

    public string? Program => Environment.ProcessPath;

    public int? Width => Console.IsOutputRedirected ? null : WidthOrUsual();

    public bool ShowsErrors => !Console.IsErrorRedirected;

    public string? ReadHidden()
    {
        StringBuilder line = new();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                line.Length = Math.Max(0, line.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line.Append(key.KeyChar);
            }
        }

        return line.ToString();
    }

    private static int WidthOrUsual()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }
}
