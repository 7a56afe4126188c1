using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Gives one principal tickets, with each of which a client sends one file past its model.</summary>
internal interface IUploadTickets
{
    /// <summary>A ticket for one call, which is made once the file comes.</summary>
    /// <param name="tool">The tool that is called with the file.</param>
    /// <param name="arguments">Its other arguments, a JSON object.</param>
    /// <exception cref="ActionableException">There are too many that were not used.</exception>
    UploadTicket Issue(string tool, string arguments);
}
