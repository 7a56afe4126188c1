using System.Text;
using ClickUpMcp.Driver;

namespace EndToEnd.Tests.Support;

/// <summary>Speaks to a child line by line.</summary>
internal static class ChildProcessExtensions
{
    public static async Task SendAsync(this ChildProcess process, string line)
    {
        await process.Input.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), Limit.Short);
        await process.Input.FlushAsync(Limit.Short);
    }
}
